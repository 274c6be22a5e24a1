import type { SurveyPorts } from '../ports.ts'

/** Saves or cancels an officer's choice to write letters to a folder instead of a mail server. */
export function chooseFolder(
  { store, clock }: Pick<SurveyPorts, 'store' | 'clock'>,
  { chosen, by }: { readonly chosen: boolean; readonly by: string },
): Promise<void> {
  return store.saveFolderChoice(chosen ? { chosenAt: clock.now(), chosenBy: by } : null)
}
