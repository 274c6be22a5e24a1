import type { Messages } from '../../en.ts'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'zh-CN')

export const reports: Messages['reporting']['reports'] = {
  title: (open, overdue) => {
    if (open === 0) return '没有未办结的举报。'
    return overdue === 0
      ? `有 ${n(open)} 份举报未办结，均未逾期。`
      : `有 ${n(open)} 份举报未办结，其中 ${n(overdue)} 份逾期。`
  },
  lead: '这里的内容只有举报受理人可以阅读。负责人和管理者只能看到取整后的份数。',
  empty: '举报来自公开页面：',
  open: '未办结，按收到日期排列',
  closed: '近三年办结',
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
    acknowledge: (day) => `最迟于${day}确认`,
    feedback: (day) => `最迟于${day}告知处理情况`,
  },
  last: { reporter: '举报人', handler: '我们' },
  officerMark: '涉及负责人',
  back: '全部举报',
  reportTitle: (day) => `${day}的举报`,
  facts: '举报概况',
  acknowledged: '确认日期',
  acknowledgedBy: '最迟确认日期',
  examined: '核查开始日期',
  feedback: '告知日期',
  feedbackBy: '最迟告知日期',
  contact: '联系方式',
  anonymous: '匿名：双方凭案件码留言',
  contactGone: '已删除',
  conversation: '往来内容',
  gone: '内容已删除。',
  said: {
    message: (day) => `举报人，${day}`,
    question: (day) => `举报受理人提问，${day}`,
    feedback: (day) => `举报受理人告知处理情况，${day}`,
  },
  steps: {
    title: '下一步',
    acknowledged: '确认收到',
    'in-examination': '开始核查',
    lead: '举报人凭案件码可以看到每一步的日期。不会发送邮件。',
  },
  concern: {
    title: '涉及何人',
    label: '涉及或可能涉及隐私保护主管',
    hint: '此后，收到举报之后才由负责人任命的受理人不能阅读它。需要决定的事项请报管理层，不要交给负责人。',
  },
  write: {
    title: '回复',
    purpose: '这是',
    purposes: {
      question: '提问或进展说明：继续计时',
      feedback: '处理情况：举报的后续措施及理由',
    },
    text: '您要写的内容',
    hint: '最多 2,000 字，请使用举报人的语言；举报人凭案件码查看。',
    empty: '请先填写内容。',
    action: '回复',
    done: '已保存，持有案件码的人可以查看。',
  },
  close: {
    title: '办结举报',
    lead: '请先告知处理情况。内容和联系方式在办结九十天后删除，日期和结果保留三年。',
    outcome: '结果',
    action: '办结',
    confirmTitle: '办结这份举报？',
    confirm: '此后您和举报人都不能再写。此操作无法撤销。',
  },
}
