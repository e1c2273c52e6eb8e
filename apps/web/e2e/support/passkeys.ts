import type { Page } from "playwright-core";

/** A device with passkeys, as Chromium plays it: it verifies its person at once, and answers the PRF extension. */
export type Authenticator = {
  /** How many passkeys lie on it. */
  count(): Promise<number>;
};

/** Gives a page a device for passkeys of its own. */
export async function addAuthenticator(page: Page): Promise<Authenticator> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable", { enableUI: false });
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    count: async () =>
      (await session.send("WebAuthn.getCredentials", { authenticatorId })).credentials.length,
  };
}

/** The person closes the browser's next question for a passkey: all that a page learns is that it was not allowed. */
export async function declineOnce(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { credentials } = navigator;
    credentials.get = () => {
      Reflect.deleteProperty(credentials, "get");
      return Promise.reject(new DOMException("The person declined.", "NotAllowedError"));
    };
  });
}
