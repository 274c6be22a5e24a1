import type { doctor as en } from '../../en/commands/doctor.ts'

export const doctor: typeof en = {
  usage:
    '用法：wayproof doctor [--restore 私钥] [--data 文件夹] [--json]\n检查本机：生成 PDF，写入各文件夹，读取密钥、数据库、最近的备份，并连接邮件服务器。给出备份私钥时，还将最近的备份恢复到临时文件夹后删除，并记录日期。',
  checks: {
    pdf: 'PDF 报告',
    'data-folder': '数据文件夹',
    'backup-folder': '备份和日志文件夹',
    'wave-key-folder': '调查密钥文件夹',
    'temporary-folder': '临时文件夹',
    'outbox-folder': '邮件文件夹',
    'free-space': '可用空间',
    key: '密钥文件',
    database: '数据库',
    backup: '最近的备份',
    restore: '验证恢复',
    'mail-server': '邮件服务器',
    'mail-certificate': '邮件服务器证书',
  },
  ok: '正常',
  failed: '异常',
  problems: {
    'pdf-failed': (error) => `无法生成 PDF：${error}。请重新安装完整的发布包。`,
    'not-writable': (folder) => `无法写入 ${folder}。请将其所有者改为应用的用户，或指定其他文件夹。`,
    'keys-among-data': (folder) =>
      `${folder} 位于数据或备份文件夹内，一份副本会同时包含进行中调查的答卷及其密钥。请在没有调查进行时将 WAVE_KEY_DIR 设为二者之外的文件夹。`,
    'space-low': (place) => `可用空间不足 5%：${place}。请清理磁盘，否则无法保存答卷。`,
    'key-missing': (file) => `已有数据库，但没有密钥文件 ${file}。请设置 KEY_FILE，或从副本恢复密钥。`,
    'key-unusable': (file) => `${file} 不是此数据库的密钥。请从副本恢复密钥。`,
    'key-open': (file) => `本机的其他用户可以读取 ${file}。请运行：chmod 600 ${file}`,
    'database-damaged': (place) => `${place} 已损坏。请停止应用，并恢复最近的备份（docs/operations.md）。`,
    'database-older': (place) => `${place} 由较早的版本写入。请先备份，下次启动时升级。`,
    'database-newer': (place) => `${place} 由较新的版本写入。请启动该版本。`,
    'database-fault': (sentence) => sentence,
    'backup-missing': (folder) => `${folder} 中没有备份。请立即运行：wayproof backup`,
    'backup-old': (day) => `最近的备份是 ${day} 的。请每天运行：wayproof backup`,
    'backup-unreadable': (file) => `${file} 不是备份或已损坏。请重新运行：wayproof backup`,
    'backup-key-unusable': (file) => `${file} 不是由 backup-key 生成的备份私钥。`,
    'restore-failed': (file) => `无法用此密钥恢复 ${file}。请立即重新备份并验证：wayproof doctor --restore 私钥`,
    'restore-unproven': (day) =>
      `${day === '' ? '从未验证过恢复' : `最近一次验证恢复是 ${day}`}。请备好私钥并运行：wayproof doctor --restore 私钥`,
    'mail-server-silent': (reply) => `邮件服务器未接受连接：${reply}。请检查 SMTP_URL。`,
    'certificate-ending': (day) => `邮件服务器的证书于 ${day} 到期。请更新证书，否则到期后邮件将等待发送。`,
  },
  allWell: (n) => `${n} 项检查全部正常。`,
  notWell: (n) => `${n} 项检查异常。`,
}
