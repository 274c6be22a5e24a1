import type { recovery as en } from '../../en/commands/recovery.ts'

export const recovery: typeof en = {
  made: (moment, timeZone) =>
    `请打开以下链接设置新密码。链接只能使用一次，有效期至 ${moment}（${timeZone}）。该账号的双重验证会移除，所有登录会话会结束。有权确认任命的成员可在“设置”页看到这条记录。`,
  faults: {
    'person-unknown': (email) => `没有使用邮箱 ${email} 的账号。`,
    'not-an-officer': (email) => `${email} 不是隐私保护主管。该成员可在登录页重设密码。`,
  },
  usage:
    '用法：wayproof recover-officer 邮箱 [--data 文件夹]\n文件夹内须有 wayproof.db（默认为 DATA_DIR 或 ./data）。REPORTING_URL 为管理端网址。',
}
