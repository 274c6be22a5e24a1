import { withCommands } from './environment.ts'

/** Prints the text of a result. With `--json` it goes to standard error, and the result as one line to standard output. */
export function printResult({ json }: { readonly json?: boolean | undefined }, text: string, result: object): void {
  const show = json ? process.stderr : process.stdout
  show.write(`${withCommands(text)}\n`)
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`)
}
