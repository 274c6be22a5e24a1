import type { Messages } from '../../en.ts'

export const actions: Messages['reporting']['actions'] = {
  title: (open, overdue) => {
    if (open === 0) return '没有未完成的措施。'
    return overdue === 0 ? `${open} 项措施未完成，均未逾期。` : `${open} 项措施未完成，${overdue} 项已逾期。`
  },
  lead: '来自未达标目标、客户反馈、审核与安全发现以及会议。所属半年度冻结前可以修改。',
  caption: '措施',
  columns: { action: '措施', owner: '责任部门', due: '期限', effect: '预期效果', outcome: '完成情况' },
  show: '显示',
  shown: { open: '未完成', overdue: '已逾期', closed: '已结束', all: '全部' },
  origin: '来源',
  anyOrigin: '全部来源',
  anyOwner: '全部部门',
  origins: {
    'red-goal': '未达标目标',
    feedback: '客户反馈',
    'audit-finding': '审核发现',
    'security-finding': '安全隐患',
    meeting: '会议',
  },
  noOwner: '责任部门暂无在任人员，由隐私保护主管跟进',
  effectOfFeedback: '由下次调查检验',
  noOutcome: '还没有登记',
  none: '没有符合条件的措施，请调整筛选条件。',
  record: '登记完成情况',
  edit: '修改',
  inClosing: '在封存页修改',
  add: {
    title: '针对发现议定措施',
    lead: '未达标目标的整改措施在封存页确定，改进措施在满意度调查页选定，其余在会议中议定。',
    finding: '审核或安全发现',
    noFinding: '没有未整改的发现。',
    text: '措施',
    save: '议定',
    saved: '已议定。系统将在到期前提醒责任部门。',
  },
}
