import type { DatabaseFaultCode } from '../../en/commands/database-faults.ts'

const changed = '数据库曾被其他程序改动。请恢复备份，或联系技术支持。'

export const databaseFaults: Record<DatabaseFaultCode, (detail: string) => string> = {
  damaged: () => '检查发现数据库文件已损坏，系统已停止写入。请停止应用并恢复备份。',
  'setting-refused': () => '数据库无法采用保障数据安全的设置。它是否位于网络磁盘上？',
  'not-a-database': () => '该文件不是数据库，或已损坏。请恢复备份。',
  'other-database': () => '该文件是其他程序的数据库。请在 DATABASE_URL 中指定另一个文件。',
  'newer-database': (version) =>
    `该数据库由更新的版本${version ? ` ${version} ` : ''}写入。请启动该版本，或恢复升级前的备份。`,
  'changed-migration': () => changed,
  'unfinished-migration': () => '数据库升级曾中断。请恢复升级前的备份。',
  'broken-migration': () => '数据库升级失败，数据未改动。请继续使用原版本，并联系技术支持。',
  'rowid-table': () => changed,
  'foreign-log': (path) =>
    `日志 ${path} 不属于同一位置的数据库，数据未改动。请移走该文件和对应的 -shm 文件，然后重新启动。`,
  busy: () => '其他程序占用数据库已达 30 秒。请结束该程序后重新启动。',
  closed: () => '数据库在使用中被关闭。',
  'disk-full': () => '磁盘已满，未保存任何内容。请腾出空间后重新启动。',
  'cannot-open': () => '数据库文件无法打开，也无法创建。本程序是否有权写入该文件及其文件夹？',
  'other-key': () => '密钥文件属于另一个数据库，用它无法读取本数据库中的地址。请恢复您保存的副本。',
}
