import type { SurveyPorts } from '../ports.ts'

/** Keeps that an officer wants letters in a folder in place of a mail server, or wants it no more. */
export function chooseFolder(
  { store, clock }: Pick<SurveyPorts, 'store' | 'clock'>,
  { chosen, by }: { readonly chosen: boolean; readonly by: string },
): Promise<void> {
  return store.saveFolderChoice(chosen ? { chosenAt: clock.now(), chosenBy: by } : null)
}
