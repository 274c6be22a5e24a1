import type { Messages } from '../../en.ts'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'zh-CN')

export const reports: Messages['reporting']['reports'] = {
  title: (open, overdue) => {
    if (open === 0) return '没有未办结的举报。'
    return overdue === 0 ? `${n(open)} 份举报未办结，均未逾期。` : `${n(open)} 份举报未办结，${n(overdue)} 份逾期。`
  },
  lead: '仅举报受理人可见；隐私保护主管和高管只能看到取整后的件数。',
  none: '还没有收到举报。',
  empty: '举报来自公开页面；收到举报时，您会收到邮件。',
  publicPage: '打开公开页面',
  open: '未办结（按收到日期）',
  closed: '近 3 年办结',
  columns: {
    reporter: '举报人',
    urgency: '状态',
    next: '下一步',
    received: '收到日期',
    status: '环节',
    last: '最后留言',
    closed: '办结日期',
    outcome: '结果',
  },
  tasks: {
    acknowledge: (day) => `最晚${day}确认`,
    feedback: (day) => `最晚${day}反馈处理结果`,
  },
  last: { reporter: '举报人', handler: '我们' },
  officerMark: '涉及隐私保护主管',
  reportTitle: (day) => `${day}的举报`,
  facts: '举报概况',
  acknowledged: '确认日期',
  acknowledgedBy: '最晚确认日期',
  examined: '调查开始日期',
  feedback: '反馈日期',
  feedbackBy: '最晚反馈日期',
  contact: '联系方式',
  anonymous: '匿名：双方凭查询码留言',
  contactGone: '已删除',
  conversation: '往来内容',
  gone: '内容已删除。',
  said: {
    message: (day) => `举报人，${day}`,
    question: (day) => `举报受理人提问，${day}`,
    feedback: (day) => `举报受理人反馈处理结果，${day}`,
  },
  steps: {
    title: '下一步',
    acknowledged: '确认收到',
    'in-examination': '开始调查',
    lead: '举报人凭查询码可以看到每一步的日期。不会发送邮件。',
  },
  concern: {
    title: '举报对象',
    label: '涉及或可能涉及隐私保护主管',
    hint: '勾选后，此后由主管新任命的受理人无权查看。需决策的事项请报管理层，不要交给主管。',
  },
  write: {
    title: '回复',
    purpose: '留言类型',
    purposes: {
      question: '补充提问或进展说明：继续计时',
      feedback: '处理结果：后续措施及理由',
    },
    text: '留言内容',
    hint: '最多 2,000 字，请使用举报人的语言；举报人凭查询码查看。',
    empty: '请先填写内容。',
    action: '回复',
    done: '已保存，举报人凭查询码可以查看。',
  },
  close: {
    title: '办结举报',
    lead: '请先反馈处理结果。内容和联系方式在办结 90 天后删除，日期和结果保留 3 年。',
    outcome: '结果',
    action: '办结',
    confirmTitle: '办结这份举报？',
    confirm: '办结后您和举报人都不能再留言。此操作无法撤销。',
  },
}
