import type { SpokenLanguage } from '@wayproof/messages/added/spoken-language'
import type { SurveyLetterKind } from '@wayproof/survey/letters/survey-letter'
import type { Letter, LetterOf } from '../letter/letter.ts'
import type { Organisation } from '../letter/organisation.ts'
import { compileLetter, fillLetter, type LetterTemplate, type Links, type RenderedLetter } from './letter-template.tsx'

export interface RenderContext {
  readonly organisation: Organisation
  readonly links: Links
  /** The added language that the letter is in; absent for one of the product. */
  readonly spoken?: SpokenLanguage | undefined
}

/** Renders a letter's subject, HTML, text and headers. Throws if a needed link is missing. */
export async function renderLetter(
  letter: Letter,
  { organisation, links, spoken: addedLanguage }: RenderContext,
): Promise<RenderedLetter> {
  return fillLetter(await compileLetter(letter, organisation, addedLanguage), letter.kind, links)
}

export type LetterRenderer = (letter: Letter, context: RenderContext) => Promise<RenderedLetter>

const MOST_TEMPLATES = 64

/** Renders like `renderLetter`, but renders letters that differ only in their links once, as thousands of a wave do. */
export function letterRenderer(): LetterRenderer {
  const templates = new Map<string, Promise<LetterTemplate>>()
  return async (letter, { organisation, links, spoken: addedLanguage }) => {
    const key = JSON.stringify([letter.kind, letter.locale, addedLanguage?.revision, organisation, sharedPart(letter)])
    let template = templates.get(key)
    if (!template) {
      template = compileLetter(letter, organisation, addedLanguage)
      if (templates.size >= MOST_TEMPLATES) templates.delete(templates.keys().next().value ?? '')
      templates.set(key, template)
    }
    return fillLetter(await template, letter.kind, links)
  }
}

/** Data of a letter without its recipient. */
function sharedPart(letter: Letter): object {
  switch (letter.kind) {
    case 'survey-invitation':
    case 'survey-reminder':
    case 'survey-last-reminder':
      return withoutWhom(letter)
    case 'executive-summary':
    case 'edition-notice':
    case 'unlinking-certificate':
    case 'rights-code':
    case 'rights-message':
    case 'wave-paused':
    case 'deadlines':
    case 'goals-changed':
    case 'rights-arrived':
    case 'report-arrived':
    case 'opening-question':
    case 'officer-question':
    case 'approval-asked':
    case 'approval-decided':
    case 'reader-added':
    case 'mail-server-test':
    case 'restatement':
    case 'closing-reminder':
      return letter.data
    case 'user-invitation':
      return { role: letter.data.role, until: letter.data.until }
    case 'password-reset':
      return letter.data.until
  }
}

/** Scales word the options of a question; their labels are not among its fields. */
function withoutWhom({ locale, data }: LetterOf<SurveyLetterKind>): object {
  const { invitationId, generation, travelerId, ...shared } = data
  return { ...shared, options: shared.question?.options(locale, NOT_OF_SCALES) }
}

/** The same for all letters in a language. */
const NOT_OF_SCALES = { yes: '', no: '', dontKnow: '' }
