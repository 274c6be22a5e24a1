import type { Locale } from '@wayproof/kernel'
import type { ExecutiveSummary, Verdict } from '@wayproof/scorecard'
import type { Letter, UnlinkingCertificate } from '../letter.ts'
import type { Organisation } from '../organisation.ts'

export const organisation: Organisation = {
  nameZh: '远行旅行社',
  nameEn: 'Faraway Travel',
  contactEmail: 'privacy@faraway.example',
  sample: true,
}

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const shared = { asOf: '2026-01-12', ruleVersion: '1', flags: [] } as const

const verdicts: readonly Verdict[] = [
  {
    ...shared,
    goal: 'policy-publication',
    period: '2025-H2',
    verdict: 'met',
    status: 'green',
    demonstrated: null,
    value: 1,
    target: 1,
    share: { numerator: 14, denominator: 14 },
    interval: null,
    missing: 0,
    reason: 'target-reached',
    figures: { inScope: 14, published: 14, stale: 0, version: '6', dueOn: '2025-04-01' },
    owner: 'privacy-officer',
  },
  {
    ...shared,
    goal: 'staff-training',
    period: '2025-Q4',
    verdict: 'missed',
    status: 'red',
    demonstrated: null,
    value: 763 / 824,
    target: 0.95,
    share: { numerator: 763, denominator: 824 },
    interval: null,
    missing: 61,
    reason: 'below-target',
    figures: { deciding: '2025-Q4', quarters: [] },
    owner: 'human-resources',
  },
  {
    ...shared,
    goal: 'incident-reduction',
    period: '2025',
    verdict: 'met',
    status: 'green',
    demonstrated: false,
    value: 0.5,
    target: 0.5,
    share: null,
    interval: null,
    missing: null,
    reason: 'target-reached',
    figures: {
      baselineYear: 2024,
      baselineCount: 8,
      currentYear: 2025,
      currentCount: 4,
      undecided: 0,
      cap: 4,
      countReduction: 0.5,
      rateReduction: null,
      assessmentDone: true,
      evidence: 'too-few',
      probabilityOnTrack: null,
      expectedTotal: null,
    },
    owner: 'it-security',
  },
  {
    ...shared,
    goal: 'customer-satisfaction',
    period: '2025-H2',
    verdict: 'met',
    status: 'green',
    demonstrated: true,
    value: 0.8732,
    target: 0.85,
    share: { numerator: 1048, denominator: 1200 },
    interval: { lower: 0.852, upper: 0.891, level: 0.95 },
    missing: null,
    reason: 'target-reached',
    figures: {
      invited: 3000,
      delivered: 2990,
      answered: 1250,
      n: 1200,
      top2: 1048,
      estimate: {
        weighted: true,
        raw: 1048 / 1200,
        effective: 1020.4,
        standardError: 0.0104,
        designEffect: 1.17,
        trimmed: 0,
        fullAnswer: null,
        tippingPoint: 0.83,
      },
      withoutOpinion: 0.04,
      satisfiedOfAll: 0.84,
      minimumForStatus: 100,
      changedClose: null,
      trendBreak: null,
      improvementChosen: true,
    },
    owner: 'customer-service',
  },
  {
    ...shared,
    goal: 'partner-audit',
    period: '2025',
    verdict: 'missed',
    status: 'red',
    demonstrated: null,
    value: 38 / 41,
    target: 1,
    share: { numerator: 38, denominator: 41 },
    interval: null,
    missing: 3,
    reason: 'below-target',
    figures: { due: 41, audited: 38, passed: 38, notYetDue: 0, failedWithoutPlan: 0 },
    owner: 'procurement',
  },
]

/** Three of five goals met, as in a half-year of a middling company. */
export const summary: ExecutiveSummary = {
  scorecard: {
    period: '2025-H2',
    asOf: '2026-01-12',
    ruleVersion: '1',
    verdicts,
    standing: {
      met: ['policy-publication', 'incident-reduction', 'customer-satisfaction'],
      missed: ['staff-training', 'partner-audit'],
      unknown: [],
      overall: 'missed',
    },
    changes: [],
    seal: null,
  },
  decisions: [
    { goal: 'staff-training', owner: 'human-resources', because: 'below-target', missing: 61 },
    { goal: 'partner-audit', owner: 'procurement', because: 'below-target', missing: 3 },
  ],
  improvements: [],
  cameOf: [],
  head: { code: '7K2M-0QXW-93HD-5TEB-J8RN-4VCA-ZP61', number: 3, period: '2025-H1' },
}

const survey = { invitationId: id(1), generation: 0, travelerId: id(2), period: '2025-H2', closesOn: '2026-01-31' }

const certificate: UnlinkingCertificate = {
  anonymity: {
    period: '2025-H2',
    status: 'unlinked',
    answers: 1250,
    tied: 0,
    respondentsKnown: 0,
    draftsKnown: 0,
    tiedBy: {
      'shared-values': 0,
      'stored-moments': 0,
      'row-order': 0,
      'small-groups': 0,
      'freed-bytes': 0,
      'write-log': 0,
      'earlier-copy': null,
    },
  },
  closedOn: '2026-01-31',
  unlinkedOn: '2026-01-31',
  backupsUntil: '2026-03-02',
}

/** One letter of each kind. */
export const sampleLetters = (locale: Locale): readonly Letter[] => [
  { kind: 'survey-invitation', locale, data: survey },
  { kind: 'survey-reminder', locale, data: survey },
  { kind: 'executive-summary', locale, data: { summary } },
  {
    kind: 'executive-summary',
    locale,
    data: {
      summary: {
        ...summary,
        scorecard: {
          ...summary.scorecard,
          seal: {
            number: 3,
            version: 2,
            code: '7K2M-0QXW-93HD-5TEB-J8RN-4VCA-ZP61',
            sealedOn: '2026-02-12',
            people: 6,
            reason: locale === 'en' ? 'late' : '补录',
          },
        },
        cameOf: [
          {
            action: { 'zh-CN': '注销账户由九步减为三步', en: 'Closing an account takes three steps instead of nine' },
            state: 'done',
            outcome: locale === 'en' ? 'in use since October' : '十月起已经启用',
          },
        ],
      },
    },
  },
  { kind: 'unlinking-certificate', locale, data: certificate },
  { kind: 'rights-code', locale, data: { codeId: id(4), code: '04719365' } },
  {
    kind: 'rights-message',
    locale,
    data: {
      number: 2,
      purpose: 'answer',
      dueOn: null,
      text: locale === 'en' ? 'We hold your address.\n\nNothing else.' : '我们保存了您的邮箱。\n\n别无其他。',
    },
  },
  {
    kind: 'rights-message',
    locale,
    data: {
      number: 3,
      purpose: 'extension',
      dueOn: '2026-05-02',
      text: locale === 'en' ? 'Three systems must be searched.' : '需要查找三个系统。',
    },
  },
  { kind: 'user-invitation', locale, data: { userInvitationId: id(3), role: 'executive' } },
  { kind: 'wave-paused', locale, data: { period: '2025-H2', reason: 'hard-bounces', tried: 1200, refused: 61 } },
  { kind: 'survey-last-reminder', locale, data: survey },
  {
    kind: 'survey-invitation',
    locale,
    data: {
      ...survey,
      improvements: [
        locale === 'en' ? 'Closing an account takes three steps instead of nine.' : '注销账户由九步减为三步。',
      ],
    },
  },
  { kind: 'survey-invitation', locale, data: { ...survey, test: true } },
  {
    kind: 'rights-arrived',
    locale,
    data: {
      receivedOn: '2026-03-02',
      cases: [
        { kind: 'deletion', regime: 'china', dueOn: '2026-03-23' },
        { kind: 'complaint', regime: 'eu', dueOn: '2026-04-02' },
        { kind: 'enquiry', regime: null, dueOn: null },
      ],
      written: [{ kind: 'access', regime: 'china', dueOn: '2026-03-12' }],
    },
  },
  {
    kind: 'restatement',
    locale,
    data: {
      period: '2025-H2',
      version: 2,
      reason: locale === 'en' ? 'Two exam results were entered late.' : '两份考试成绩补录。',
      changes: [
        { goal: 'staff-training', figure: 'value', from: 763 / 824, to: 765 / 824 },
        { goal: 'staff-training', figure: 'missing', from: 61, to: 59 },
      ],
      code: '7K2M-0QXW-93HD-5TEB-J8RN-4VCA-ZP61',
      sealedOn: '2026-03-01',
    },
  },
  {
    kind: 'closing-reminder',
    locale,
    data: { period: '2025-H2', version: 1, stage: 'frozen', owner: 'human-resources' },
  },
  { kind: 'opening-question', locale, data: { period: '2025-H2', reason: 'late', lacking: [] } },
  {
    kind: 'opening-question',
    locale,
    data: { period: '2025-H2', reason: 'checklist-incomplete', lacking: ['notice', 'backups'] },
  },
]
