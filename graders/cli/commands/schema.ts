import { suggestName } from "../../../assignments/catalog/suggest-name.ts";
import { readSchema, type SchemaName, schemas } from "../../scaffold/schemas.ts";
import { type DefineCommand, describeArguments } from "../command-options.ts";
import { type ExitCode, exitCode, print, UsageError } from "../output.ts";

/** `gradecheck schema` */
export const define: DefineCommand = (command, { finish }) =>
  describeArguments(command, { name: "for example manifest (default: list them)" })
    .option("--list", "list the schemas")
    .action(async (name, { list }) => finish(await schema(list ? undefined : name)));

/**
 * `gradecheck schema [name]`: prints a JSON Schema, or the names of all.
 * @throws {UsageError} where there is none of that name.
 */
export async function schema(name: string | undefined): Promise<ExitCode> {
  const names = Object.keys(schemas) as SchemaName[];
  if (name === undefined) {
    const width = Math.max(...names.map(({ length }) => length));
    for (const known of names) print(`${known.padEnd(width)}  ${schemas[known].of}`);
    return exitCode.done;
  }
  const found = names.find((known) => known === name);
  if (found !== undefined) {
    print(await readSchema(found));
    return exitCode.done;
  }
  const suggestion = suggestName(name, names);
  const help = suggestion === undefined ? `there are: ${names.join(", ")}` : `did you mean "${suggestion}"?`;
  throw new UsageError(`Cannot print schema "${name}": there is no such schema; ${help}`);
}
