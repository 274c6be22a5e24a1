/** Returns a shell script that runs any of `commands` of a release, independent of the release's location. */
export function launcher(commands: readonly string[]): string {
  return `#!/bin/sh
# wayproof COMMAND [OPTIONS]
here=$(CDPATH= cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd)
case "\${1-}" in
  ${commands.join('|')}) command=$1; shift ;;
  *) echo "Usage: wayproof ${commands.join('|')} [OPTIONS]" >&2; exit 2 ;;
esac
export INIT_CWD="$PWD"
exec "$here/node_modules/node/bin/node" "$here/apps/cli/dist/server/$command.js" "$@"
`
}
