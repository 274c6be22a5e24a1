import { chooseFolder } from '../opening/choose-folder.ts'
import { confirmChecklist } from '../opening/confirm-checklist.ts'
import type { SurveyPorts } from '../ports.ts'
import { checkedPoints } from './checked-points.ts'

/** Completes the checklist and chooses a folder for letters, so that a wave may open. */
export async function fulfilChecklist(ports: Pick<SurveyPorts, 'store' | 'clock' | 'timeZone'>): Promise<void> {
  await chooseFolder(ports, { chosen: true, by: 'officer' })
  await confirmChecklist(ports, { points: checkedPoints, by: 'officer' })
}
