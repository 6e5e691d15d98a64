import { storeContract } from '../contract.ts';
import { newFolder } from '../folders.ts';

storeContract('lowdb', newFolder);
