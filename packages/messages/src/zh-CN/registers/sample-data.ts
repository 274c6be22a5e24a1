import type { sampleData as en } from '../../en/registers/sample-data.ts'

export const sampleData: typeof en = {
  title: '用示例数据了解本系统',
  text: '虚构的旅行企业，含各台账、两期调查和各项期限。不会为此发送任何邮件。',
  stays: '账号和设置保持不变。移除示例数据后，方可录入本企业的记录。',
  load: '载入示例数据',
  begins: '正在载入示例数据。',
  loading: (done, all) => `正在载入示例数据：第 ${done} 步，共 ${all} 步。`,
  elsewhere: '另一名隐私保护主管正在载入示例数据。',
  leftOver: '示例数据未能全部载入。请重新载入，或移除已载入的部分。',
  first: {
    title: '移除示例数据？',
    text: '记录、调查、请求、会议和措施将全部移除。账号和设置保持不变。',
    action: '继续',
  },
  second: {
    title: '确认立即移除？',
    text: '移除后无法恢复。只要没有其他记录，可以再次载入示例数据。',
    action: '移除示例数据',
  },
}
