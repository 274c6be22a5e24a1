import type { DeadlineKind } from '@wayproof/oversight'
import type { Messages } from '../../en.ts'

const acts: Readonly<Record<DeadlineKind, string>> = {
  notice: '报告',
  request: '答复',
  report: '打开',
  'audit-finding': '整改',
  'security-finding': '修复',
  agreement: '续签',
  assessment: '登记',
  'partner-audit': '打开',
  'policy-review': '复审',
  action: '登记',
  improvement: '登记',
  meeting: '打开',
  freeze: '冻结',
  signature: '签字',
  seal: '封存',
  holidays: '补充',
}

export const home: Messages['reporting']['home'] = {
  waiting: {
    title: '待我处理',
    count: (n, overdue) => (overdue === 0 ? `${n} 项` : `${n} 项，${overdue} 项已逾期`),
    none: '30 天内没有到期事项。',
    due: (day) => `${day}到期`,
    acts,
  },
  coming: {
    title: '未来 60 天',
    count: (n) => `${n} 项期限`,
    list: '查看清单',
    none: '未来 60 天没有期限、调查或半年度截止。',
    overdue: (n) => `${n} 项已逾期`,
    duties: (n) => `${n} 项到期`,
    today: (day) => `今天，${day}`,
    halfYearEnds: '半年度结束',
    waveOpens: '调查发起',
    waveCloses: '调查截止',
  },
  decided: {
    title: (day) => `${day}会议决定`,
    agreed: '已商定的措施',
    minutes: '会议纪要',
    next: (day) => `下次会议：${day}`,
    plan: '会议',
    actions: '全部措施',
    nothing: '会议未作决定。',
    none: '还没有召开会议，也没有商定措施。',
    by: (day) => `${day}前`,
    noAction: '无后续措施',
    open: '未完成',
    done: '已完成',
    'under-way': '进行中',
    dropped: '不再实施',
  },
}
