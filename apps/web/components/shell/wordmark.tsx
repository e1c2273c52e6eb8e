/** The name, with its mark: a ring that is open at one place, like a seal about to be broken by the right key. */
export function Wordmark() {
  return (
    <span className="flex items-center gap-2">
      <svg viewBox="0 0 24 24" className="size-6 text-accent" aria-hidden="true">
        <path
          d="M12 3.2a8.8 8.8 0 1 0 5.2 15.9l2.3 2.3 1.9-1.9-2.3-2.3A8.8 8.8 0 0 0 12 3.2Zm0 2.7a6.1 6.1 0 0 1 5.1 9.4l-2.7-2.7-1.9 1.9 2.7 2.7A6.1 6.1 0 1 1 12 5.9Z"
          fill="currentColor"
        />
      </svg>
      <span className="font-semibold text-lg tracking-tight">QTI</span>
    </span>
  );
}
