/** A component asked for the runtime configuration outside of the provider that holds it. */
export class ConfigurationMissingError extends Error {
  override readonly name = "ConfigurationMissingError";

  constructor() {
    super(
      "The runtime configuration is read inside RuntimeConfigProvider only. Render the component below it.",
    );
  }
}
