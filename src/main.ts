import './fonts/fonts.css';
import './tokens.css';
import './page.css';
import { openPage } from './page/page.ts';

openPage();
