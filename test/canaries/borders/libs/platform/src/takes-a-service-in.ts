import type { FirmService } from '../../../services/intake/src/firm/firm.service.ts'; // canary: services-are-programs
