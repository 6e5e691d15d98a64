import { storeContract } from '../contract/store.ts';
import { newDatabase } from '../databases.ts';

storeContract('PostgreSQL', newDatabase);
