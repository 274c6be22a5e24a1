import type { Prisma } from '@wayproof/database/generated/client'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { LastAlert } from '@wayproof/oversight/deadlines/alert'

type Records = Pick<Prisma.TransactionClient, 'deadlineAlert'>

/** The last alerts of a reader: a user, or the web hook. */
export async function lastAlerts({ deadlineAlert }: Records, userId: Id): Promise<readonly LastAlert[]> {
  const alerts = await deadlineAlert.findMany({ where: { userId }, select: { deadline: true, due: true, step: true } })
  return alerts.map((alert) => ({ ...alert, step: alert.step as LastAlert['step'] }))
}

/** Saves what a reader was alerted of. */
export async function saveAlerts(
  { deadlineAlert }: Records,
  userId: Id,
  alerts: readonly LastAlert[],
  at: Instant,
): Promise<void> {
  for (const { deadline, due, step } of alerts) {
    const alerted = { due, step, alertedAt: new Date(at) }
    await deadlineAlert.upsert({
      where: { userId_deadline: { userId, deadline } },
      create: { userId, deadline, ...alerted },
      update: alerted,
    })
  }
}
