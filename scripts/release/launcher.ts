/** An app of a release, with the options of its Node.js. */
export interface LaunchedApp {
  readonly name: string
  readonly options: readonly string[]
}

/** Asks an app of this machine whether it is live: `wayproof alive APP`. */
const ALIVE = `const[,h,p]=process.argv;fetch('http://'+(h.includes(':')?'['+h+']':h)+':'+p+'/health/live').then(a=>process.exit(a.ok?0:1),()=>process.exit(1))`

/**
 * Returns a shell script that runs any of `commands` of a release, or one of `apps` alone, independent of the release's
 * location.
 */
export function launcher(commands: readonly string[], apps: readonly LaunchedApp[]): string {
  const usage = `Usage: wayproof ${[...commands, ...apps.map(({ name }) => name), 'alive'].join('|')} [OPTIONS]`
  const alone = apps.map(
    ({ name, options }) =>
      `  ${name}) shift; for option; do [ "$option" = --new ] || refuse "$option"; done; exec "$node" ${[...options, `"$here/apps/${name}/dist/server/main.js"`].join(' ')} "$@" ;;`,
  )
  return `#!/bin/sh
# wayproof COMMAND [OPTIONS]
# It needs no program from PATH, and an app stays with its own release when a link is set to another one.
case "$0" in */*) self=$0 ;; *) self=./$0 ;; esac
[ -h "$self" ] && self=$(command -p readlink -f -- "$self")
here=$(CDPATH= cd -- "\${self%/*}" && pwd -P)
node=$here/node_modules/node/bin/node
export INIT_CWD="$PWD"
usage='${usage}'
# An app takes one option: a mistaken one must not start it.
refuse() {
  case "$1" in
    -h|--help) echo "$usage"; exit 0 ;;
    *) echo "$1?" >&2; echo "$usage" >&2; exit 2 ;;
  esac
}
case "\${1-}" in
  ${commands.join('|')}) command=$1; shift ;;
${alone.join('\n')}
  alive)
    host=127.0.0.1
    case "\${2-}" in
      survey) port=\${SURVEY_PORT:-4310} ;;
      reporting) port=\${REPORTING_PORT:-4320} ;;
      *) port=\${SCHEDULER_PORT:-4330}; host=\${METRICS_HOST:-$host} ;;
    esac
    exec "$node" -e "${ALIVE}" "$host" "$port" ;;
  -h|--help) refuse "$1" ;;
  *) echo "$usage" >&2; exit 2 ;;
esac
exec "$node" "$here/apps/cli/dist/server/$command.js" "$@"
`
}
