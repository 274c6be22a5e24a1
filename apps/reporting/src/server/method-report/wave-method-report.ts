import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { type PeriodKey, parsePeriod } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Locale } from '@wayproof/kernel/people/locale'
import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { day, periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { readAnsweredQuestions } from '@wayproof/scorecard/breakdown/read-answered-questions'
import { readScorecard } from '@wayproof/scorecard/read-scorecard'
import { responseOf } from '@wayproof/survey/waves/response-rates'
import type { Services } from '../trpc/context.ts'
import { scorecardPorts } from '../trpc/ports.ts'
import type { MethodReport, MethodReportSource } from './method-report.ts'
import { designSection, fieldworkSection, populationSection, privacySection, sponsorSection } from './plan-sections.ts'
import { qualitySection } from './quality-section.ts'
import { questionsSection } from './questions-section.ts'
import { responseSection } from './response-section.ts'
import { limitsSection, resultSection, weightingSection } from './result-sections.ts'

export interface AskedMethodReport {
  readonly period: PeriodKey
  readonly locale: Locale
}

/** The method of a wave, open or closed, from the plan that was sealed when it opened. */
export async function waveMethodReport(
  services: Services,
  { period, locale }: AskedMethodReport,
): Promise<Outcome<MethodReport>> {
  const { store, timeZone } = services
  const [funnel, plan] = [await store.survey.funnel(period), await store.survey.sealedPlan(period)]
  if (!funnel || !plan) return fail('no-wave')
  const organisation = await store.organisation.get()
  const words = messages(locale)
  const source: MethodReportSource = {
    organisation: {
      name: organisation ? organisationName(organisation, locale) : words.reporting.shell.none,
      contactEmail: organisation?.contactEmail ?? words.reporting.shell.none,
    },
    funnel,
    plan,
    response: responseOf(funnel),
    verdict: await satisfaction(services, period),
    answered: await answeredQuestions(services, period),
    straightLining: await store.straightLining.ofWave(funnel.wave.id),
    locale,
    words,
    timeZone,
    dayOf: (at) => day(dateAt(at, timeZone), locale),
  }
  return ok({
    locale,
    title: words.methodReport.title(periodName(period, locale)),
    lead: words.methodReport.lead,
    sample: organisation?.sample ? words.methodReport.sample : null,
    sections: SECTIONS.map((section) => section(source)),
  })
}

/** The main figures first. */
const SECTIONS = [
  resultSection,
  weightingSection,
  responseSection,
  qualitySection,
  sponsorSection,
  populationSection,
  designSection,
  fieldworkSection,
  privacySection,
  limitsSection,
  questionsSection,
] as const

/** None before the wave is unlinked, and none of another period than a half-year. */
async function answeredQuestions(services: Services, period: PeriodKey): Promise<MethodReportSource['answered']> {
  const questions = await readAnsweredQuestions(scorecardPorts(services), { period })
  return questions.ok ? questions.value : []
}

/** Half-years only: the years of a replay have no scorecard. */
async function satisfaction(services: Services, period: PeriodKey): Promise<MethodReportSource['verdict']> {
  if (parsePeriod(period)?.kind !== 'half-year') return null
  const scorecard = await readScorecard(scorecardPorts(services), { period })
  const verdict = scorecard.ok && scorecard.value.verdicts.find(({ goal }) => goal === 'customer-satisfaction')
  return verdict && verdict.goal === 'customer-satisfaction' ? verdict : null
}
