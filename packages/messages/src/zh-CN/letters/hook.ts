import type { Messages } from '../../en.ts'

export const hook: Messages['hook'] = {
  deadlines: (n, due) => (n === 1 ? `有 1 项期限临近或逾期：${due}。` : `有 ${n} 项期限临近或逾期，最早的是${due}。`),
  'at-once': (n, due) =>
    n === 1
      ? `请立即处理：1 项按小时计算的义务，截止日为${due}。`
      : `请立即处理：${n} 项按小时计算的义务，最早的截止日为${due}。`,
  goals: () => '有目标的状态发生变化并已持续。',
  question: () => '有一项事务等待隐私保护主管决定。',
  scheduler: () => '调度程序已停止。',
  'mail-server': () => '邮件服务器无响应，邮件正在等待发送。',
  'bounce-mailbox': () => '退信邮箱无法读取。',
  test: () => '这是一条测试消息。',
}
