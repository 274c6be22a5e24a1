import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'zh-CN')

export const scorecard = {
  columns: {
    status: '状态',
    goal: '目标与差距',
    now: '当前',
    against: '与目标相比（含区间）',
    trend: '近期走势',
    owner: '负责方',
  },
  caption: (period: string) => `${period}的五项目标`,
  noFigures: (period: string) => `${period}没有任何数据。`,
  toNewest: (period: string) => `查看最新记分卡：${period}`,
  verify: '核验',
  noValue: '没有数值',
  bullet: (value: string, target: string, interval: string | null) =>
    `${value}，目标 ${target}${interval ? `，95% 区间 ${interval}` : ''}`,
  sparkline: (values: string) => `近期走势：${values}`,
  changes: {
    title: '与上期相比',
    none: '暂无可比的数据。',
    because: (likelihood: string) => `：${likelihood}`,
    better: '改善',
    worse: '变差',
    same: '不变',
  },
  funnel: {
    title: '有多少旅客作答',
    none: '本半年度没有开启调查批次。',
    toWaves: '查看调查批次',
    invited: '已邀请',
    delivered: '已送达',
    written: '已写入文件夹，未寄出',
    answered: '已回答',
    rate: '回答占邀请',
    open: (day: string) => `批次开放至${day}；关闭后才显示结果。`,
    closed: '已关闭，尚未解除回答与邀请的关联。',
    unlinked: '已关闭，回答无法再对应到个人。',
  },
  improvements: {
    title: '已选定的改进',
    none: '尚未根据旅客反馈选定改进事项。',
    choose: '选定一项',
  },
  summary: {
    title: '管理层摘要',
    about: '同样的数字会寄给每位管理者，并列出需要他们决定的事项。',
    preview: '预览',
    send: '立即寄出',
    confirmTitle: '现在寄出管理层摘要？',
    confirm: '每位管理者会收到一封本人所用语言的邮件。邮件寄出后无法收回。',
    sent: (letters: number) => `已发出 ${n(letters)} 封邮件。`,
    decisions: '需要决定的事项',
    noDecisions: '没有：各项目标均未落空。',
    close: '关闭',
  },
  empty: {
    first: '先导入',
    title: '还没有可供评判的数据。',
    lead: '请先导入台账；台账有了记录，对应的目标就会出现。',
    steps: [
      '公示渠道与政策版本：政策在多少渠道公示。',
      '员工名册与培训成绩：谁已通过。',
      '信息泄露事件与安全评估：发生了多少起泄露。',
      '合作方及其审计：谁已接受审计。',
      '本半年度的旅客：然后开启调查批次。',
    ],
    action: '前往台账',
    executive: '个人信息保护负责人还没有导入台账。届时您会收到邮件摘要。',
  },
}
