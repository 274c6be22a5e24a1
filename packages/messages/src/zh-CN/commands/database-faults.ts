import type { DatabaseFaultCode } from '../../en/commands/database-faults.ts'

const changed = '数据库曾被其他程序改动。请恢复备份，或联系技术支持。'

export const databaseFaults: Record<DatabaseFaultCode, (detail: string) => string> = {
  damaged: () => '检查发现数据库文件已损坏，系统已停止写入。请停止应用并恢复备份：wayproof restore 备份文件 --key 私钥',
  'setting-refused': () => '数据库无法采用保障数据安全的设置。它是否位于网络磁盘上？',
  'not-a-database': () => '该文件不是数据库，或已损坏。请恢复备份：wayproof restore 备份文件 --key 私钥',
  'other-database': () => '该数据库属于其他程序。请在 DATABASE_URL 中指定另一个数据库。',
  'newer-database': (version) =>
    `该数据库由更新的版本${version ? ` ${version} ` : ''}写入。请启动该版本，或恢复升级前的备份。`,
  'older-database': (version) =>
    `该数据库上次由${version ? `版本 ${version} ` : '较早的版本'}使用。请用该版本运行此命令，或先升级：wayproof upgrade`,
  'changed-migration': () => changed,
  'unfinished-migration': () => '数据库升级曾中断。请恢复升级前的备份。',
  'broken-migration': () => '数据库升级失败，数据未改动。请继续使用原版本，并联系技术支持。',
  'rowid-table': () => changed,
  'foreign-log': (path) =>
    `日志 ${path} 不属于同一位置的数据库，数据未改动。请移走该文件和对应的 -shm 文件，然后重新启动。`,
  busy: () => '数据库长时间被锁定或没有空闲连接。请结束占用它的其他程序后重新启动。',
  closed: () => '数据库在使用中被关闭。',
  'disk-full': () => '磁盘已满，未保存任何内容。请腾出空间后重新启动。',
  'cannot-open': () => '数据库文件无法打开，也无法创建。本程序是否有权写入该文件及其文件夹？',
  'other-key': () => '密钥文件属于另一个数据库，用它无法读取本数据库中的地址。请恢复您保存的副本。',
  'key-generation-missing': (generation) =>
    `密钥文件缺少本数据库正在使用的第 ${generation} 代密钥。请从运行过 rotate-key 的机器或安全的存放处复制密钥文件。`,
  'key-generation-early': (wave) =>
    `密钥文件中有比本数据库更新的一代密钥，而 ${wave} 调查还没有截止或还没有匿名化。在此之前请使用轮换前的密钥文件。`,
  'moved-away': (place) => `该数据库已迁移至 ${place}，不再使用。请将 DATABASE_URL 指向新数据库，并销毁本数据库。`,
  'copy-differs': (table) => `数据表 ${table} 的副本与原表不一致，未保存任何内容。请检查两个数据库是否损坏。`,
  unreachable: (place) => `无法连接 PostgreSQL 服务器 ${place}。请确认服务器正在运行，且 DATABASE_URL 中的地址正确。`,
  'access-denied': (place) => `PostgreSQL 服务器拒绝访问 ${place}。DATABASE_URL 中的用户须有连接该数据库和建表的权限。`,
  'wrong-password': (place) => `PostgreSQL 服务器不接受访问 ${place} 的用户名或密码。请在 DATABASE_URL 中改正。`,
  'no-such-database': (place) =>
    `PostgreSQL 服务器上没有数据库 ${place}。请在服务器上创建，或在 DATABASE_URL 中改正数据库名。`,
  'no-tls': (place) => `${place} 的 PostgreSQL 服务器未启用 TLS。请在服务器上启用，或从 DATABASE_URL 中删去 sslmode。`,
  'untrusted-certificate': (place) =>
    `${place} 的 PostgreSQL 服务器证书不受信任。请在 DATABASE_URL 中用 sslrootcert 指定颁发机构的证书，主机名须与证书一致。`,
  'read-only': (place) => `数据库 ${place} 为只读。请将 DATABASE_URL 指向主服务器。`,
  'old-server': (version) => `服务器的 PostgreSQL 版本为 ${version}，需要 17 或更高版本。`,
  'commit-times': () =>
    'PostgreSQL 服务器记录了每次提交的时间，可能暴露答卷人的身份。请在服务器上设置 track_commit_timestamp = off 并重新启动服务器。',
  'journal-unwritable': () => '无法写入 BACKUP_DIR 中的日志，未保存任何内容。本程序是否有权写入该文件夹？',
  'wave-key-missing': () => '缺少一项调查的密钥，无法保存或读取该调查的答卷。请恢复调查密钥文件夹（WAVE_KEY_DIR）。',
}
