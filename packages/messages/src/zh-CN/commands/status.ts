import type { status as en } from '../../en/commands/status.ts'

export const status: typeof en = {
  usage: '用法：wayproof status [--data 文件夹] [--json]\n显示版本、密钥、待发送邮件、后续日期和备份。不做任何更改。',
  program: (version) => `本程序：版本 ${version}`,
  database: {
    missing: '数据库：尚无',
    intact: (version) => `数据库：版本 ${version ?? '0.1'}，已是最新`,
    older: (version, pending) =>
      `数据库：版本 ${version ?? '0.1'}，落后 ${pending} 步，或正在升级。升级请运行：wayproof upgrade`,
    newer: (version) => `数据库：版本 ${version ?? ''}，比本程序新。请启动该版本。`,
  },
  key: (generation) => `密钥：第 ${generation} 代`,
  queueTitle: '待发送邮件（不含提醒和个案邮件）：',
  queueEmpty: '待发送邮件（不含提醒和个案邮件）：无',
  causes: {
    due: '现在到期',
    later: '尚未到时间',
    paused: '所属调查已暂停',
    server: '邮件服务器或收件方服务器无法连接',
    sender: '作为发件人被拒绝',
    address: '地址或邮件被拒绝',
  },
  waiting: (letters, cause, since) => `  ${letters} 封：${cause}，最早的写于${since}`,
  next: {
    title: '后续日期：',
    closes: (day, period) => `  ${day}  ${period}调查截止（最后一天）`,
    opens: (day, period) => `  ${day}  ${period}调查发起`,
    none: '后续日期：无；调查计划未启用',
  },
  backups: {
    none: (folder) => `${folder} 中的备份：无。请运行：wayproof backup`,
    title: (folder) => `${folder} 中的备份：`,
    line: (made, file) => `  ${made}  ${file}`,
    destroy: (made, file, by) => `  ${made}  ${file}：可将答卷与个人对应，请在${by}前销毁`,
    unreadable: (file) => `  ${file}：不是备份或已损坏`,
    restored: (day) => `最近一次验证恢复：${day}`,
    neverRestored: '最近一次验证恢复：从未。请运行：wayproof doctor --restore 私钥',
  },
}
