/** Shown instead of the app when the server was started without the addresses that it needs. */
export function ConfigurationProblem({ wrong }: { wrong: string[] }) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-xl content-center gap-4 px-4">
      <h1 className="font-semibold text-2xl">This server does not know where its services are</h1>
      <p className="text-muted">
        These environment variables are missing or malformed:{" "}
        <code className="text-ink">{wrong.join(", ")}</code>. Start the app with{" "}
        <code className="text-ink">npm start</code>, which sets them all, or set them and start again.
      </p>
    </main>
  );
}
