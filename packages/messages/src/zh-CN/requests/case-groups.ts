import type { CaseMargin } from '@wayproof/scorecard/cases/case-groups'
import type { Messages } from '../../en.ts'
import { requests } from './requests.ts'
import { rights } from './rights.ts'

const NAMES: Record<CaseMargin, Readonly<Record<string, string>>> = {
  kind: rights.kinds,
  regime: { ...requests.laws, none: '无' },
  channel: requests.channels,
}

export const caseGroups: Messages['reporting']['caseGroups'] = {
  title: '本半年度的请求与投诉',
  margins: { kind: '类型', regime: '适用法律', channel: '渠道' },
  category: (margin, code) => NAMES[margin][code] ?? code,
  people: '件数',
  running: '半年度结束后公布，以免推算出单件请求。',
  note: (step) => `件数按 ${step} 的倍数向下取整；不足 ${step} 件（含 0 件）的分组不列出。`,
}
