import { postDeadlines, postQuestions, sendHookMessages } from '@wayproof/letters/hook/tell-hook'
import type { HookPorts } from '../scheduler-ports.ts'

/** Posts and sends what the web hook has to tell. Throws the fault if a message was not accepted. */
export async function tellWebHook({ store, clock, clockGuard, timeZone, urls, webHook }: HookPorts): Promise<void> {
  if (!webHook) return
  await postQuestions({ ...store, clock })
  const isOwn = (await store.sampleData.state(clock.now())) === null
  if (isOwn && clockGuard.isTrusted()) await postDeadlines({ ...store, clock, timeZone })
  const fault = await sendHookMessages({ ...webHook, hook: store.hook, clock, reportingUrl: urls.reporting })
  if (fault !== null) throw new Error(`the web hook did not accept a message: ${fault}`)
}
