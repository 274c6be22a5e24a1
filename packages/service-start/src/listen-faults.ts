import type { SettingFault } from '@wayproof/kernel/settings/setting'
import type { SettingFaultCode } from '@wayproof/messages/en/commands/settings'

/** The setting at fault when a server cannot listen: its port if that is in use, else its host. */
export function listenFaults(
  error: unknown,
  port: { readonly name: string; readonly value: number },
  host: { readonly name: 'HOST' | 'METRICS_HOST'; readonly value: string },
): readonly SettingFault<SettingFaultCode>[] {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  return isTaken
    ? [{ name: port.name, value: String(port.value), code: 'port-taken' }]
    : [{ ...host, code: 'cannot-listen' }]
}
