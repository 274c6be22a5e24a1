import type { account as en } from '../../en/reporting/account.ts'

export const account: typeof en = {
  profile: {
    title: '个人资料',
    lead: '您的姓名、语言、密码和登录会话。',
    nameTitle: '姓名和语言',
    name: '姓名',
    email: '电子邮箱',
    emailHint: '您使用此邮箱登录，不能修改。',
    language: '界面和邮件的语言',
  },
  password: {
    show: '显示输入的内容',
    hide: '隐藏输入的内容',
    title: '修改密码',
    current: '当前密码',
    next: '新密码',
    lead: '修改密码后，其他登录会话会全部结束。',
    action: '修改密码',
    done: '密码已修改，其他登录会话已结束。',
    wrong: '当前密码不正确。',
    tooMany: '尝试次数过多，请 15 分钟后再试。',
  },
  sessions: {
    title: '登录会话',
    lead: '列出您已登录的每个浏览器。系统不记录浏览器类型和网络地址。',
    began: '登录时间',
    used: '最近使用',
    action: '操作',
    current: '当前会话',
    end: '结束',
    endOthers: '结束其他所有会话',
    ended: '其他会话已全部结束。',
  },
}
