import { gateway } from '../gateway/src/asks-a-service.ts'; // canary: services-are-programs
