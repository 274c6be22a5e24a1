import type { Messages } from '../../en.ts'

export const accessibility: Messages['accessibility'] = {
  link: '无障碍说明',
  title: '问卷页面的无障碍说明',
  lead: (organisation) => `本说明适用于${organisation}的问卷页面。`,
  standard: '标准',
  standardText: '页面按《Web 内容无障碍指南》（WCAG）2.2 AA 级制作，仍有下列不足。',
  checked: '检查方式',
  checks: [
    '用 axe 自动检查问卷的中英文版本，浅色与深色均检查。',
    '测试分别仅用键盘、在手机上不用 JavaScript 完成问卷。',
  ],
  gaps: '已知不足',
  knownGaps: [
    '尚未请使用读屏软件、放大软件或语音控制的人测试。',
    '宽屏上，量表选项文字只在第一条陈述上方可见；读屏软件在每条陈述都会读出。',
    '他人写的文字（例如对请求的答复）可能与页面语言不同，且未标注。',
  ],
  report: '反馈障碍',
  reportText: '如遇到无法作答的情况，请联系我们，也可以请我们以其他形式提供问卷。',
}
