// Loaded into each app before its own code: an app ends when the process that started it has ended in any way.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
