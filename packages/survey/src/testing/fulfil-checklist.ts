import { chooseFolder } from '../opening/choose-folder.ts'
import { confirmChecklist } from '../opening/confirm-checklist.ts'
import type { SurveyPorts } from '../ports.ts'
import { checkedPoints } from './checked-points.ts'

/** An officer states every point of the checklist, and that letters go to a folder: a wave may open. */
export async function fulfilChecklist(ports: Pick<SurveyPorts, 'store' | 'clock' | 'timeZone'>): Promise<void> {
  await chooseFolder(ports, { chosen: true, by: 'officer' })
  await confirmChecklist(ports, { points: checkedPoints, by: 'officer' })
}
