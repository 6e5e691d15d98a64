import { storeContract } from '../contract/store.ts';
import { newFolder } from '../folders.ts';

storeContract('lowdb', newFolder);
