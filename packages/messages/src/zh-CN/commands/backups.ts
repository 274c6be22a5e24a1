import type { backups as en } from '../../en/commands/backups.ts'

export const backups: typeof en = {
  faults: {
    'backup-exists': (path) => `${path} 已存在，备份不会覆盖已有文件。请另指定文件。`,
    'backup-key-exists': (path) => `${path} 已存在，密钥不会覆盖已有文件。请另指定文件。`,
    'backup-key-missing': (path) => `备份密钥 ${path} 不存在。请先运行：wayproof backup-key 文件`,
    'backup-key-wrong': (path) => `${path} 不是此处所需的备份密钥。`,
    'place-not-empty': (path) => `${path} 已存在。备份只能恢复到空位置。请另指定位置，或先将其移走。`,
    'backup-missing': (path) => `备份 ${path} 不存在。`,
    'not-a-backup': (path) => `${path} 不是本程序生成的备份。`,
    'backup-damaged': (path) => `${path} 已被改动或不完整，未恢复任何内容。请使用其他备份。`,
    'backup-other-key': (path) => `${path} 由另一把备份密钥加密。请指定与其对应的私钥。`,
    'backup-other-installation': (path) => `${path} 属于另一套系统：当前密钥文件与备份时的不同。请先恢复原密钥文件。`,
  },
  usageKey:
    '用法：wayproof backup-key 文件\n生成一对密钥。该文件为私钥，用于解开备份，请移出本机；公钥留在本机，用于加密备份。',
  usageBackup:
    '用法：wayproof backup [文件] [--data 文件夹] [--json]\n生成加密的数据库副本，应用运行时也可进行。可指定新文件或文件夹；未指定时存入 BACKUP_DIR。',
  usageRestore:
    '用法：wayproof restore 文件 --key 私钥 [--data 文件夹] [--json]\n将备份恢复到没有数据库的文件夹或服务器，并按 BACKUP_DIR 中的日志补做之后的操作。密钥文件须在原处。',
  keyMade: (secretFile, publicFile) =>
    `已生成私钥 ${secretFile} 和公钥 ${publicFile}。请将私钥移出本机并妥善保管：只有私钥能解开备份。`,
  made: (file, rows) => `已生成备份 ${file}，共 ${rows.toLocaleString('en')} 行。`,
  keysMissing: (waves) =>
    `警告：缺少以下调查的密钥，用此备份无法恢复其答卷：${waves}。请恢复调查密钥文件夹（WAVE_KEY_DIR）。`,
  keysApart: (waves) =>
    `以下进行中调查的答卷只能用调查密钥文件夹（WAVE_KEY_DIR）读取，备份中不含该文件夹：${waves}。请将其副本与备份分开保存，并在调查截止后销毁副本。`,
  keyFileApart: '备份中不含密钥文件。请将密钥文件的副本与备份分开保存。',
  destroyBy: (day, waves) =>
    `此备份仍可将答卷对应到个人（${waves}），须在${day}（含当天）前销毁。之后恢复时不再保留这些对应关系。`,
  folderUnset: (journal) =>
    `未设置 BACKUP_DIR。退订、删除和调查截止日志为 ${journal}，与数据库在同一处。请将 BACKUP_DIR 设为另一块磁盘上的文件夹，以免日志随数据库一起丢失。`,
  onServer: (database) => `--backup 用于比较两个数据库文件，而 DATABASE_URL 指向服务器上的数据库 ${database}。`,
  noKeyFile: (path) => `密钥文件 ${path} 不存在。请恢复您保存的副本：没有密钥文件，备份无法使用。`,
  restored: (database, madeAt, rows) =>
    `已将 ${database} 恢复至 ${madeAt} 的状态，共 ${rows.toLocaleString('en')} 行，数据完整。`,
  noJournal: (path) => `日志 ${path} 不存在，无法得知备份之后谁已退订或被删除。发送邮件前请先核实。`,
  unreadable: (count) => `日志中有 ${count} 行无法读取，已跳过。`,
  replayed: (unsubscribed, erased) => `已按日志重新停发 ${unsubscribed} 个地址，重新删除 ${erased} 人。`,
  closed: (waves) => `已重新截止并匿名化的调查：${waves}。`,
  keysNotHere: (waves) =>
    `WAVE_KEY_DIR 中没有以下调查的密钥，无法读取其答卷，客户也无法作答：${waves}。启动应用前，请从原来的机器复制调查密钥文件夹。如没有副本，这些答卷已丢失，请在调查截止后运行：wayproof confirm-lost-key 周期`,
  closedWithoutAnswers: (waves) =>
    `以下调查已截止，但不含答卷，因为密钥在匿名化时销毁：${waves}。如需结果，请使用匿名化之后的备份。如当时尚未匿名化，请放回调查密钥文件夹后重新恢复。`,
  held: (count) => `${count} 封待发邮件已暂缓发送，因为它们可能已经发送过。请由隐私保护主管在“设置”中处理。`,
}
