import type { Task } from '../../../taskforce/src/task/task.service.ts'; // canary: services-are-strangers
