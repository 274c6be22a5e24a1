import { LOGO_PATH } from '@wayproof/kernel/brand/brand'
import { SECURITY_TEXT_PATH } from '@wayproof/kernel/http/security-text'

export const PATHS = {
  home: '/',
  securityText: SECURITY_TEXT_PATH,
  mailEvents: '/mail-events',
  providerEvents: '/mail-events/:provider',
  accessibility: '/accessibility',
  dataNotice: '/privacy',
  script: '/js/:hash',
  logo: LOGO_PATH,
  survey: '/s/:token',
  preview: '/preview/:token',
  thanks: '/s/:token/thanks',
  unsubscribe: '/u/:token',
  resubscribe: '/u/:token/undo',
  receipt: '/receipt',
  correct: '/receipt/correct',
  correction: '/receipt/correction',
  corrected: '/receipt/corrected',
  withdraw: '/receipt/withdraw',
  withdrawal: '/receipt/withdrawal',
  withdrawn: '/receipt/withdrawn',
  reports: '/report',
  sealCheck: '/report/check',
  report: '/report/:period',
  reportCsv: '/report/:period/csv',
  reportPdf: '/report/:period/pdf',
  contact: '/contact',
  rights: '/rights',
  rightsSent: '/rights/sent',
  rightsCheck: '/rights/check',
  rightsChecked: '/rights/checked',
  rightsCode: '/rights/code',
  rightsCase: '/rights/case',
  rightsMessage: '/rights/message',
  rightsWritten: '/rights/written',
  whistle: '/whistle-blowing',
  whistleSent: '/whistle-blowing/sent',
  whistleReport: '/whistle-blowing/report',
  whistleMessage: '/whistle-blowing/message',
  whistleWritten: '/whistle-blowing/written',
} as const

export type PathKind = (typeof PATHS)[keyof typeof PATHS] | '*'

const patterns = Object.values(PATHS).map(
  (path) => [path, new RegExp(`^${path.replace(/:[a-z]+/, '[^/]+')}$`)] as const,
)

/** The kind of a path, without its token; `*` for unknown paths. */
export function pathKind(path: string): PathKind {
  return patterns.find(([, pattern]) => pattern.test(path))?.[0] ?? '*'
}
