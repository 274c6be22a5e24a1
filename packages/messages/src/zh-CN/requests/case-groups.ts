import type { CaseMargin } from '@wayproof/scorecard'
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
  margins: { kind: '类型', regime: '适用规定', channel: '渠道' },
  category: (margin, code) => NAMES[margin][code] ?? code,
  people: '人数',
  running: '半年度结束后显示：若在期间显示，比较两天便能看出其间的来件。',
  note: (k) => `人数向下取为 ${k} 的倍数。不足 ${k} 人的分组，以及会使其泄露的分组，在页面和文件中均不显示。`,
}
