/** Placeholder preload: exposes nothing but the program's presence. */
import { contextBridge } from 'electron';

contextBridge.exposeInMainWorld('gelar', {});
