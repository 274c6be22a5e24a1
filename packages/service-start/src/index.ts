export { listenFaults } from './listen-faults.ts'
export { openService, type Service } from './open-service.ts'
export { say } from './say.ts'
export { closeServer, onStopSignal } from './stop.ts'
