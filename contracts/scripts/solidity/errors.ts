/** Something that the compiler refuses, where everything has to compile. */
export class DoesNotCompileError extends Error {
  override readonly name = "DoesNotCompileError";

  constructor(file: string, message: string) {
    super(`${file} does not compile. Make \`hardhat build\` pass first:\n${message}`);
  }
}
