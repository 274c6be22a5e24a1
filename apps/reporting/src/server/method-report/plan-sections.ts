import { count, periodName, ratePercent } from '@wayproof/messages'
import { PERSONAL_FIELDS } from '@wayproof/store'
import { COVERAGE_STEPS, optionsOf, type WaveKeyState } from '@wayproof/survey'
import { fact, type MethodReportSection, type MethodReportSource, section } from './method-report.ts'

export function sponsorSection({ organisation, words }: MethodReportSource): MethodReportSection {
  const { sections, sponsor: text } = words.methodReport
  return section(sections.sponsor, {
    facts: [
      fact(text.commissioned, organisation.name),
      fact(text.conducted, text.itself(organisation.name)),
      fact(text.contact, organisation.contactEmail),
      fact(text.purpose, text.purposeText),
    ],
  })
}

export function populationSection({ funnel, locale, words, dayOf }: MethodReportSource): MethodReportSection {
  const { sections, population: text } = words.methodReport
  return section(sections.population, {
    isFolded: true,
    facts: [
      fact(text.population, text.populationText(periodName(funnel.wave.period, locale)), true),
      fact(text.frame, text.frameText(dayOf(funnel.wave.openedAt)), true),
    ],
    tables: [
      {
        caption: text.coverage,
        head: [text.step, text.count],
        rows: COVERAGE_STEPS.map((step) => [text.steps[step], count(funnel.coverage[step], locale)]),
        numbers: [1],
      },
    ],
    notes: [text.outside],
  })
}

export function designSection({ funnel, plan, locale, words }: MethodReportSource): MethodReportSection {
  const { sections, design: text } = words.methodReport
  const { wave, invited, frame } = funnel
  const chance = ratePercent({ numerator: invited, denominator: frame })
  return section(sections.design, {
    facts: [
      fact(text.mode, text.modes[wave.mode], true),
      fact(text.invited, count(invited, locale), true),
      ...(chance ? [fact(text.chance, text.chanceOf(chance), true)] : []),
      fact(text.seed, wave.seed ?? text.noSeed, true),
      fact(text.cells, count(plan.cells, locale), true),
      fact(text.quotas, text.none),
    ],
  })
}

export function fieldworkSection({ funnel, plan, words, dayOf, locale }: MethodReportSource): MethodReportSection {
  const { sections, fieldwork: text, design } = words.methodReport
  const { wave } = funnel
  const isMoved = wave.closesAt !== wave.sealedClosesAt
  return section(sections.fieldwork, {
    isFolded: true,
    facts: [
      fact(text.mode, text.modeText),
      fact(text.languages, text.languagesText),
      fact(text.opened, dayOf(wave.openedAt), true),
      fact(text.closes, dayOf(wave.closesAt - 1), !isMoved),
      ...(isMoved ? [fact(text.closesSealed, dayOf(wave.sealedClosesAt - 1), true)] : []),
      fact(text.closed, wave.closedAt === null ? text.notYet : dayOf(wave.closedAt)),
      fact(text.reminders, text.remindersText(wave.firstReminderDays, wave.lastReminderDays), true),
      fact(text.letters, count(wave.letterLimit, locale), true),
      fact(text.incentives, design.none),
      ...(plan.noticeVersion ? [fact(text.notice, text.noticeVersion(plan.noticeVersion), true)] : []),
      fact(text.rules, wave.ruleVersion, true),
    ],
  })
}

export function privacySection({ funnel, plan, words, dayOf }: MethodReportSource): MethodReportSection {
  const { sections, privacy: text } = words.methodReport
  const { unlinkedAt, status } = funnel.wave
  const keyText = ({ destroyedAt, lostAt }: WaveKeyState) => {
    if (lostAt !== null) return text.keyLost(dayOf(lostAt))
    return destroyedAt === null ? text.keyOpen : text.keyDestroyed(dayOf(destroyedAt))
  }
  const retention = PERSONAL_FIELDS.find(({ table, column }) => table === 'answer' && column === 'values')?.kept
  return section(sections.privacy, {
    facts: [
      fact(text.group, text.groupText(plan.smallestGroup), true),
      fact(text.unlinked, status === 'unlinked' && unlinkedAt !== null ? dayOf(unlinkedAt) : text.notYet),
      ...(funnel.key ? [fact(text.key, keyText(funnel.key))] : []),
      ...(retention && 'days' in retention ? [fact(text.kept, text.keptText(retention.days))] : []),
      fact(text.receipt, text.receiptText),
    ],
  })
}

export function questionsSection({ plan, locale, words }: MethodReportSource): MethodReportSection {
  const { sections, questions: text } = words.methodReport
  const { questionnaire } = plan
  const { stem } = questionnaire
  return section(sections.questions, {
    isFolded: true,
    tables: [
      {
        caption: text.version(questionnaire.version),
        head: [text.question, text.answers],
        rows: questionnaire.items.flatMap((item, at) => {
          const questionText = `${at + 1}. ${item[locale]}${item.showIf ? ` [${text.onlyIf}]` : ''}`
          const answers = answersOf(item)
          // Statements about an earlier question are not repeated.
          const first = questionnaire.items.findIndex((candidate) => answersOf(candidate) === answers)
          const answerText = first < at ? text.asFor(first + 1) : answers
          if (!stem.appliesTo.includes(item.id)) return [[questionText, answerText]]
          const previous = questionnaire.items[at - 1]
          const isContinued = previous && stem.appliesTo.includes(previous.id) && answersOf(previous) === answers
          return [...(isContinued ? [] : [[stem[locale], answerText]]), [questionText]]
        }),
        numbers: [],
      },
    ],
    notes: [[text.intro, ...toldBefore()].join(' ')],
  })

  /** Text of the panel before the first question that is not listed above: sender, duration and rights. */
  function toldBefore(): readonly string[] {
    const { trust } = words.survey
    return [
      text.told(trust.why, trust.whyText),
      text.told(trust.stored, trust.storedText),
      text.told(trust.seen, trust.seenText(plan.smallestGroup)),
    ]
  }

  function answersOf(item: (typeof questionnaire.items)[number]): string {
    if (item.type === 'text') return text.open(item.maxLength)
    return optionsOf(questionnaire, item, locale, words.survey.fixed)
      .map(({ label }) => label)
      .join(' / ')
  }
}
