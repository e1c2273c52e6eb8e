import { join } from "node:path";
import ts from "typescript";

const root = join(import.meta.dirname, "..");

/** Type instantiations that the compiler needs for one file and what it imports: what a type costs in an editor. */
export function instantiations(source: string): number {
  const config = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const name = join(root, "examples/measured.ts");
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => file === name || fileExists(file);
  host.getSourceFile = (file, ...rest) =>
    file === name ? ts.createSourceFile(name, source, rest[0], true) : getSourceFile(file, ...rest);
  const program = ts.createProgram([name], options, host);
  program.getSemanticDiagnostics(program.getSourceFile(name));
  return program.getInstantiationCount();
}
