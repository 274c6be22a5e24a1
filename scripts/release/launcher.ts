/** An app of a release, with the options of its Node.js. */
export interface LaunchedApp {
  readonly name: string
  readonly options: readonly string[]
}

/** Asks an app of this machine whether it is live: `wayproof alive APP`. */
const ALIVE = `const[,h,p]=process.argv;fetch('http://'+(h.includes(':')?'['+h+']':h)+':'+p+'/health/live').then(a=>process.exit(a.ok?0:1),()=>process.exit(1))`

/**
 * Returns a shell script that runs any of `commands` of a release, or one of `apps` alone, independent of the release's
 * location. The program `help` answers whatever the script cannot start.
 */
export function launcher(commands: readonly string[], apps: readonly LaunchedApp[]): string {
  const alone = apps.map(
    ({ name, options }) =>
      `  ${name}) app=$1; shift; for option; do [ "$option" = --new ] || help "$app" "$option"; done; exec "$node" ${[...options, `"$here/apps/${name}/dist/server/main.js"`].join(' ')} "$@" ;;`,
  )
  return `#!/bin/sh
# wayproof COMMAND [OPTIONS]
# It needs no program from PATH, and an app stays with its own release when a link is set to another one.
case "$0" in */*) self=$0 ;; *) self=./$0 ;; esac
[ -h "$self" ] && self=$(command -p readlink -f -- "$self")
here=$(CDPATH= cd -- "\${self%/*}" && pwd -P)
node=$here/node_modules/node/bin/node
export INIT_CWD="$PWD"
help() { exec "$node" "$here/apps/cli/dist/server/help.js" "$@"; }
case "\${1-}" in
  ${commands.join('|')}) command=$1; shift ;;
# An app takes one option: a mistaken one must not start it.
${alone.join('\n')}
  alive)
    host=127.0.0.1
    case "\${2-}" in
      survey) port=\${SURVEY_PORT:-4310} ;;
      reporting) port=\${REPORTING_PORT:-4320} ;;
      scheduler) port=\${SCHEDULER_PORT:-4330}; host=\${METRICS_HOST:-$host} ;;
      *) help "$@" ;;
    esac
    exec "$node" -e "${ALIVE}" "$host" "$port" ;;
  *) help "$@" ;;
esac
exec "$node" "$here/apps/cli/dist/server/$command.js" "$@"
`
}
