import type { Status, Word } from '@wayproof/scorecard'

const shapes: Record<'demonstrated' | 'met' | 'missed' | 'amber' | 'unknown', string> = {
  demonstrated: '达标',
  met: '达标，不排除偶然',
  missed: '未达标',
  amber: '容许范围内',
  unknown: '无法判定',
}

const overall: Record<Word, string> = { met: '达标', missed: '未达标', unknown: '无法判定' }
const running: Record<Status, string> = {
  green: '进度正常',
  amber: '有风险',
  red: '进度落后',
  'too-early': '为时尚早',
  'no-data': '没有数据',
  suppressed: '不予显示',
}

export const shell = {
  brand: 'Wayproof',
  skip: '跳到正文',
  menu: '菜单',
  mainMenu: '主菜单',
  programme: '项目',
  scorecard: '记分卡',
  waves: '调查批次',
  registers: '台账',
  people: '人员',
  privacy: '个人信息',
  settings: '设置',
  signOut: '退出登录',
  language: '语言',
  darker: '深色',
  lighter: '浅色',
  scheme: '浅色或深色',
  sample: '示例数据：公司、人员和回答均为虚构。',
  earlier: '上一个半年度',
  later: '下一个半年度',
  loading: '正在加载',
  cancel: '取消',
  save: '保存',
  saved: '已保存。',
  none: '–',
  listed: '、',
  stop: '。',
  labelled: (name: string, text: string) => `${name}：${text}`,
  shapes,
  overall,
  running,
}

/** Sentences of expected failures, by their code. */
const codes: Record<string, string> = {
  'traveler-unknown': '没有保存与此编号或邮箱对应的旅客。',
  'email-invalid': '这不是一个有效的电子邮箱。',
  'wave-exists': '本半年度已有调查批次。',
  'wave-open': '批次正在开放。',
  'wave-closed': '批次已关闭。',
  'no-wave': '没有这个批次。',
  'already-reminded': '本批次已提醒过。',
  'close-date-invalid': '关闭日期须在今天之后。',
  'no-eligible-travelers': '本半年度没有可询问的旅客。',
  'no-questionnaire': '没有问卷。',
  'sample-size-invalid': '样本人数无法使用。',
  'not-a-half-year': '这不是半年度。',
  'period-unknown': '没有这个期间。',
  'email-taken': '此邮箱已有账户。',
  'email-missing': '缺少电子邮箱。',
  'invitation-unknown': '此邀请无效。',
  'invitation-used': '此邀请已被使用。',
  'invitation-expired': '此邀请已过期。',
  'last-officer': '不能移除最后一位个人信息保护负责人。',
  'person-unknown': '此人已不在名单中。',
  'too-many-calls': '尝试次数过多，请一分钟后再试。',
  'input-invalid': '表单中有内容无法使用。',
}

export const faults = {
  codes,
  title: '暂时无法显示。',
  advice: '数据没有丢失。请重试；若仍不行，请把下面的编号告诉管理员。',
  id: (id: string) => `错误编号 ${id}`,
  again: '重试',
  offline: '服务器没有响应。',
  notAllowed: '您的角色无权进行此操作。',
  notFound: '没有这个页面。',
  home: '返回记分卡',
  failed: '操作没有成功，未作任何改动。',
}
