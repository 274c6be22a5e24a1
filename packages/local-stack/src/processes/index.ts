export {
  type AppProcess,
  type ProcessEnd,
  type ScriptProcess,
  startApp,
  startScript,
} from './app-process.ts'
export { onFreePort } from './free-port.ts'
export type { AppName } from './node-options.ts'
