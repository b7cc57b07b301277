import { DataSource } from 'typeorm'; // canary: typeorm-is-a-type-to-libs
