import { codedItems } from '@wayproof/forms/questionnaire/coded-items'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { CodedComment, CommentCode, CommentFilter } from '@wayproof/survey/comments/comment'
import type { CommentedShare } from '@wayproof/survey/disclosure/commented-shares'
import { mayReadComments } from '@wayproof/survey/disclosure/suppression'
import { shownComments, type ThemeCount } from '@wayproof/survey/disclosure/theme-counts'
import type { SealedPlan } from '@wayproof/survey/opening/sealed-plan'
import type { Wave } from '@wayproof/survey/waves/wave'
import { pageWithin } from '../http/page-within.ts'
import type { Services } from '../trpc/context.ts'

/** Comments on one page of the list. */
const ON_PAGE = 10

export interface CountedCode extends CommentCode {
  readonly count: ThemeCount
}

/** Counts of a wave's comments for every reader; only officers see the texts. */
export interface CommentSummary {
  /** Reason why nothing is shown; null if something is. */
  readonly notShown: 'wave-open' | 'not-unlinked' | 'few' | null
  /** Every count is rounded down to a multiple of it; below `fewest` comments there are no counts. */
  readonly step: number
  readonly fewest: number
  /** Lower bounds of the comments written and read. */
  readonly all: number
  readonly read: number
  /** The code book with the number of this wave's comments for each code; retired codes only if they have some. */
  readonly codes: readonly CountedCode[]
  readonly ratings: readonly CommentedShare[]
  /** Wording of the rated questions, by item. */
  readonly items: Readonly<Record<string, { readonly 'zh-CN': string; readonly en: string }>>
}

export async function commentSummary(
  { store }: Services,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<CommentSummary>> {
  const wave = await store.survey.wave(period)
  const plan = await store.survey.sealedPlan(period)
  if (!wave || !plan) return fail('no-wave')
  const { all, read, byCode } = await store.survey.commentCounts(wave.id)
  const notShown = whyNotShown(wave, all)
  const disclosable = shownComments(
    notShown === null ? { all, read, byTheme: byCode } : NO_COMMENTS,
    plan.smallestGroup,
  )
  const book = await store.survey.commentCodes()
  const countedCodes = book.map((code) => ({ ...code, count: disclosable.theme(code.id) }))
  return ok({
    notShown,
    step: disclosable.step,
    fewest: disclosable.fewest,
    all: disclosable.all,
    read: disclosable.read,
    codes: countedCodes.filter(({ retired, count }) => !retired || count.kind === 'shown'),
    ratings: notShown === null ? await store.survey.commentedShares(wave.id) : [],
    items: wordingOf(plan),
  })
}

const NO_COMMENTS = { all: 0, read: 0, byTheme: {} }

/** For officers, who read every text and can count them anyway. */
export interface CommentPage {
  readonly comments: readonly ShownComment[]
  /** The code book with the retired codes that comments still have. */
  readonly book: readonly CommentCode[]
  readonly all: number
  readonly read: number
  /** The shown page, from 0; a number beyond the last page shows the last. */
  readonly page: number
  readonly pages: number
  /** Comments that match the filter. */
  readonly matching: number
  /** Languages that at least ten comments have. */
  readonly languages: readonly string[]
}

/** The language, only if at least ten comments have it: language is also a margin of the groups. */
export interface ShownComment extends Omit<CodedComment, 'language'> {
  readonly language: string | null
}

export async function commentPage(
  { store }: Services,
  { period, page, ...filter }: CommentFilter & { readonly period: PeriodKey; readonly page: number },
): Promise<Outcome<CommentPage>> {
  const wave = await store.survey.wave(period)
  if (!wave) return fail('no-wave')
  const { all, read, byLanguage } = await store.survey.commentCounts(wave.id)
  const languages = Object.keys(byLanguage).filter((language) => mayReadComments(byLanguage[language] ?? 0))
  const isLanguageHidden = filter.language !== undefined && !languages.includes(filter.language)
  if (whyNotShown(wave, all) !== null || isLanguageHidden) return ok(NO_PAGE)
  const { matching } = await store.survey.comments(wave.id, { ...filter, offset: 0, limit: 0 })
  // Pages are counted from 0 here.
  const shownPage = pageWithin(page + 1, matching, ON_PAGE) - 1
  const storedPage = await store.survey.comments(wave.id, { ...filter, offset: shownPage * ON_PAGE, limit: ON_PAGE })
  return ok({
    comments: storedPage.comments.map(({ language, ...comment }) => {
      return { ...comment, language: languages.includes(language) ? language : null }
    }),
    book: await store.survey.commentCodes(),
    all,
    read,
    page: shownPage,
    pages: Math.ceil(matching / ON_PAGE),
    matching,
    languages,
  })
}

const NO_PAGE: CommentPage = {
  comments: [],
  book: [],
  all: 0,
  read: 0,
  page: 0,
  pages: 0,
  matching: 0,
  languages: [],
}

function whyNotShown({ status }: Wave, total: number): CommentSummary['notShown'] {
  if (status !== 'unlinked') return status === 'open' ? 'wave-open' : 'not-unlinked'
  return mayReadComments(total) ? null : 'few'
}

const wordingOf = ({ questionnaire }: SealedPlan): CommentSummary['items'] =>
  Object.fromEntries(codedItems(questionnaire).map((item) => [item.id, { 'zh-CN': item['zh-CN'], en: item.en }]))
