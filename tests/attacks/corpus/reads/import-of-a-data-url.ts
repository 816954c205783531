// attack: import
// expect: not-gradable /Cannot import "data:/
// scope: module
import { updateLr as other } from "data:text/javascript,export const updateLr = () => 1";
export const updateLr = other;
